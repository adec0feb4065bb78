# Runs a scratch server for exactly as long as the program that started it lives: its end, however it
# comes, closes our standard input. Arguments: what mktemp makes a folder of, template to copy, the postgres
# program, and its options. The first line that we write is its name.
trap '' HUP INT TERM
pattern=$1 template=$2 postgres=$3
shift 3
umask 077
exec 3<&0 </dev/null
folder=$(mktemp -d "$pattern") || exit 1
echo "$folder"
if cp -R "$template" "$folder/data"; then
    "$postgres" -D "$folder/data" -c unix_socket_directories="$folder" "$@" >"$folder/log" 2>&1 3<&- &
    server=$!
    # again and again: a server that is just starting does not listen to signals yet
    { read -r _ <&3; touch "$folder/asked"; while kill -QUIT "$server"; do sleep 0.1; done; } 2>/dev/null &
    reader=$!
    wait "$server"
    kill -KILL "$reader" 2>/dev/null
    [ -e "$folder/asked" ] || tail -n 20 "$folder/log" >&2
fi
rm -rf "$folder"
