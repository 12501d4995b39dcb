/** The look of a report: light and dark, on a phone and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --page: #ffffff; --line: #c9d1d9; --head: #f3f5f7;
  --link: #0550ae; --strict: #fde7e4; --between: #fff4d6; --open: #e3f5e6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --page: #0d1117; --line: #3d444d;
  --head: #161b22; --link: #79b8ff; --strict: #4a1f1c; --between: #453712; --open: #16381f; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; color: var(--ink); background: var(--page);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { margin-top: 3rem; border-bottom: 2px solid var(--line); }
h3 { margin: 2rem 0 0.25rem; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
code, pre { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; }
small { display: block; color: var(--soft); font-size: 0.8125rem; }
.places { margin: 0 0 0.5rem; color: var(--soft); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 0.5rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { border: 1px solid var(--line); padding: 0.375rem 0.5rem; text-align: left; vertical-align: top; }
thead th, tbody th { background: var(--head); }
tbody th { font-weight: 600; min-width: 7rem; }
.group td { min-width: 6.5rem; }
.group tbody th { position: sticky; left: 0; max-width: 9rem; }
.why td { min-width: 8rem; }
.why td:nth-of-type(2), .why td:nth-of-type(3) { min-width: 13rem; }
td ul { margin: 0; padding-left: 1.1rem; }
tr:target, caption:target { outline: 3px solid var(--link); }
.strict { background: var(--strict); } .between { background: var(--between); } .open { background: var(--open); }
.key { border: 1px solid var(--line); padding: 0.125rem 0.5rem; }
nav ol { columns: 18rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --page: #fff; --line: #888; --head: #eee; --link: #000;
    --strict: #fde7e4; --between: #fff4d6; --open: #e3f5e6; }
  @page { margin: 10mm; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  table { font-size: 7.5pt; line-height: 1.3; }
  th, td { padding: 0.15rem 0.3rem; }
  small { font-size: 7pt; }
  .scroll { overflow: visible; }
  .group td, .why td, .why td:nth-of-type(2), .why td:nth-of-type(3), tbody th { min-width: 0; }
  .group tbody th { position: static; }
  .group, tr { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  td, th, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .skip { display: none; }
}
`;
