# Runs a program that must not outlive its supervisor, however that one ends.
# Arguments: file for the program's pid, signal that asks it to stop, seconds until it is killed, the program.
# Standard input is a pipe that only the supervisor writes to: it ends when the supervisor does.
pid_file=$1 signal=$2 grace=$3
shift 3

# Ctrl-C reaches the whole group of the terminal; only the supervisor answers it, in its own order.
trap '' HUP INT

# An asynchronous list gets /dev/null as its standard input, so the pipe moves to another descriptor first.
exec 3<&0 </dev/null
setsid "$@" 3<&- &
child=$!
echo "$child" >"$pid_file.new" && mv "$pid_file.new" "$pid_file"

(
    while read -r _ <&3; do :; done
    kill -s "$signal" "$child" 2>/dev/null || exit 0
    steps=$((grace * 5))
    while [ "$steps" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
        sleep 0.2
        steps=$((steps - 1))
    done
    kill -s KILL "$child" 2>/dev/null
) >/dev/null 2>&1 &
watcher=$!
exec 3<&-

wait "$child"
status=$?
kill -s KILL "$watcher" 2>/dev/null
exit "$status"
