#!/bin/sh
# Speaks the commands of the speech benchmark with synthetic voices.
#
#   voices.sh DIRECTORY < LINES
#
# Each line is NAME<TAB>VOICE<TAB>TEXT and becomes DIRECTORY/NAME-VOICE.wav: 16 kHz, mono, 16 bit. What is there already
# is not spoken again. Voices: slt, rms and awb (flite), hts (festival), espeak (espeak-ng).
set -eu

directory=${1:?"usage: voices.sh DIRECTORY < LINES"}

for tool in flite text2wave espeak-ng sox; do
    command -v "$tool" >/dev/null || {
        echo "$tool is missing; on Debian: apt-get install flite festival festvox-us-slt-hts espeak-ng sox" >&2
        exit 1
    }
done

speak() {
    case $1 in
        slt | rms | awb) flite -voice "$1" -t "$2" -o "$3" ;;
        hts) printf '%s\n' "$2" | text2wave -eval '(voice_cmu_us_slt_arctic_hts)' -o "$3" ;;
        espeak) espeak-ng -v en-us -s 150 -w "$3" "$2" ;;
        *)
            echo "unknown voice $1" >&2
            return 1
            ;;
    esac
}

mkdir -p "$directory"
raw=$(mktemp --suffix=.wav)
trap 'rm -f "$raw"' EXIT
tab=$(printf '\t')
while IFS=$tab read -r name voice text; do
    clip=$directory/$name-$voice.wav
    [ ! -s "$clip" ] || continue
    speak "$voice" "$text" "$raw" </dev/null
    # Through a name of its own, so that an interrupted run leaves no half a clip.
    sox "$raw" -r 16000 -c 1 -b 16 "$clip.part.wav" gain -n -3
    mv "$clip.part.wav" "$clip"
done
