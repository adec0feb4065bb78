# Cleans up on a server beside a user's own database when the program that started us ends before it could: its end,
# however it comes, closes our standard input. One line there says that nothing is left to do. Arguments: the psql
# program. What to run is in SCHEMAGEN_CLEAN, where to in psql's own variables.
trap '' HUP INT TERM
read -r done && exit 0
# Twice: a statement that was under way may hold what is to go for a moment.
for attempt in 1 2 3; do
    printf '%s' "$SCHEMAGEN_CLEAN" | "$1" -X -q -v ON_ERROR_STOP=1 -f - >/dev/null 2>&1 && exit 0
    sleep 1
done
