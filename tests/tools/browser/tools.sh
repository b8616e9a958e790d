# Installs what the browser's tests need, and names it: Chromium, a Japanese font and a reader of PDF from the system's
# packages, playwright-core, axe and Lighthouse from npm. To be sourced with `here`, the repository, and `site`, the
# folder of the built archive.
tools="$here/target/browse"
missing=()
command -v chromium > /dev/null || missing+=(chromium)
command -v pdftotext > /dev/null || missing+=(poppler-utils)
dpkg -s fonts-noto-cjk > /dev/null 2>&1 || missing+=(fonts-noto-cjk)
if [ "${#missing[@]}" -gt 0 ]; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq "${missing[@]}" > /dev/null
fi
if ! cmp -s "$here/tests/tools/browser/package.json" "$tools/package.json"; then
  mkdir -p "$tools"
  cp "$here/tests/tools/browser/package.json" "$tools/package.json.new"
  npm install --silent --no-audit --no-fund --prefix "$tools" \
    $(node -p 'Object.entries(require("'"$here"'/tests/tools/browser/package.json").dependencies).map((it) => it.join("@")).join(" ")')
  mv "$tools/package.json.new" "$tools/package.json"
fi
export TAIWA_BROWSER_TOOLS="$tools" TAIWA_SITE="$site"
TAIWA_CHROMIUM="$(command -v chromium)"
export TAIWA_CHROMIUM
