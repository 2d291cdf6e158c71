#!/bin/sh
# Makes the report's two fonts from the npm package @expo-google-fonts/noto-sans-sc 0.4.3 (SIL Open Font License 1.1).
# Needs npm, python3 and fonttools (pyftsubset). Usage: sh subset.sh OUTPUT-FOLDER
#
# Kept: GB2312 (its 6,763 Chinese characters and its symbols), Latin to Extended-A, punctuation, super- and
# subscripts, currency, letter-like signs, arrows, mathematics, geometric shapes. Dropped: all layout tables (ligatures
# would spoil text extraction from the PDF), vertical metrics and hinting.
set -eu
out=$(mkdir -p "$1" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz

python3 - >gb2312.txt <<'PYTHON'
rows = range(0xA1, 0xF8)
cells = range(0xA1, 0xFF)
print("".join(bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in cells))
PYTHON

for weight in 400Regular 700Bold; do
    pyftsubset "package/$weight/NotoSansSC_$weight.ttf" \
        --text-file=gb2312.txt \
        --unicodes='U+0020-007E,U+00A0-017F,U+2010-2027,U+2030-205E,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2190-21FF,U+2200-22FF,U+25A0-25FF' \
        --layout-features='' --drop-tables+=GSUB,GPOS,GDEF,BASE,STAT,vhea,vmtx \
        --no-hinting --name-IDs='0,1,2,3,4,5,6,13,14' \
        --output-file="$out/NotoSansSC-${weight#???}.ttf"
done
cp package/LICENSE_FONT "$out/OFL.txt"
