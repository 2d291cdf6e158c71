#!/bin/sh
# Makes the report's two fonts from two npm packages, both under the SIL Open Font License 1.1:
#   @expo-google-fonts/noto-sans-sc 0.4.3  Chinese, Latin, mathematics
#   @expo-google-fonts/noto-sans 0.4.2     the accented Latin and Cyrillic letters the first lacks
# Needs npm, python3, fontconfig (fc-query) and fonttools (pyftsubset, pyftmerge). Usage: sh subset.sh OUTPUT-FOLDER
#
# Kept: GB2312 (its 6,763 Chinese characters and its symbols), Latin to Extended-B with the additional letters,
# Cyrillic, punctuation, super- and subscripts, currency, letter-like signs, arrows, mathematics, geometric shapes.
# Dropped: all layout tables (ligatures would spoil text extraction from the PDF), vertical metrics and hinting.
set -eu
out=$(mkdir -p "$1" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export SOURCE_DATE_EPOCH=1767225600 # the same bytes on every run

unpack() {
    mkdir "$2"
    npm pack --silent "@expo-google-fonts/$1" >/dev/null
    tar xzf expo-google-fonts-*.tgz -C "$2" --strip-components=1
    rm expo-google-fonts-*.tgz
}
unpack noto-sans-sc@0.4.3 chinese
unpack noto-sans@0.4.2 latin

python3 - >gb2312.txt <<'PYTHON'
rows = range(0xA1, 0xF8)
cells = range(0xA1, 0xFF)
print("".join(bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in cells))
PYTHON

# Reads ranges such as "20-7e a0" and prints the accented and Cyrillic letters outside of them.
lacking() {
    python3 -c '
import sys
ranges = [part.split("-") for part in sys.stdin.read().split()]
known = {c for r in ranges for c in range(int(r[0], 16), int(r[-1], 16) + 1)}
wanted = [*range(0x100, 0x250), *range(0x400, 0x460), *range(0x1E00, 0x1F00)]
print(",".join("U+%04X" % c for c in wanted if c not in known))'
}

letters='U+0100-024F,U+0400-045F,U+1E00-1EFF'
symbols='U+0020-007E,U+00A0-00FF,U+2010-2027,U+2030-205E,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2190-21FF,U+2200-22FF,U+25A0-25FF'
drop='GSUB,GPOS,GDEF,BASE,STAT,vhea,vmtx'

for weight in 400Regular 700Bold; do
    pyftsubset "chinese/$weight/NotoSansSC_$weight.ttf" --text-file=gb2312.txt --unicodes="$symbols,$letters" \
        --layout-features='' --drop-tables+="$drop" --no-hinting --name-IDs='0,1,2,3,4,5,6,13,14' \
        --output-file="chinese-$weight.ttf"
    # A merge wants each character once: the second font gives what the first lacks.
    missing=$(fc-query --format='%{charset}' "chinese-$weight.ttf" | lacking)
    pyftsubset "latin/$weight/NotoSans_$weight.ttf" --unicodes="$missing" \
        --layout-features='' --drop-tables+="$drop" --no-hinting --output-file="latin-$weight.ttf"
    pyftmerge --output-file="$out/NotoSansSC-${weight#???}.ttf" "chinese-$weight.ttf" "latin-$weight.ttf"
done
{ head -n 1 latin/LICENSE_FONT; cat chinese/LICENSE_FONT; } >"$out/OFL.txt"
