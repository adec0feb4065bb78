# Makes a template for scratch servers, whole or not at all, however it is interrupted. Arguments:
# where it is to be, the initdb program, and its options.
trap '' HUP INT TERM
template=$1 initdb=$2
shift 2
umask 077
work=$(mktemp -d "$template.work-XXXXXX") || exit 1
exec 3<&0 </dev/null
"$initdb" -D "$work" "$@" >/dev/null 3<&- &
job=$!
{ read -r _ <&3; while kill -TERM "$job"; do sleep 0.1; done; } 2>/dev/null &
reader=$!
wait "$job"
status=$?
kill -KILL "$reader" 2>/dev/null
# -T where mv knows it: somebody else may have put the same template there in the meantime
[ "$status" -eq 0 ] && { mv -T "$work" "$template" || [ -d "$template" ] || mv "$work" "$template"; } 2>/dev/null
rm -rf "$work"
[ -d "$template" ]
