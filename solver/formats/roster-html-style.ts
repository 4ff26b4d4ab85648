/** Paper first: A4 landscape, black on white, state by border and text as well as by tint. */
export const rosterHtmlStyle = `
@page { size: A4 landscape; margin: 10mm; }
* { box-sizing: border-box; }
body { font: 9pt/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #16181d;
  margin: 0 auto; max-width: 277mm; padding: 8mm 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 8mm; border-bottom: 1.5pt solid #16181d; padding-bottom: 2mm; }
h1 { font-size: 16pt; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 11pt; margin: 6mm 0 2mm; }
.figures { margin: 0; color: #454b57; text-align: right; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: 3mm; }
caption { text-align: left; font-weight: 600; padding: 2mm 0 1mm; }
th, td { border: 0.5pt solid #c4c9d2; padding: 0.6mm 0.5mm; text-align: center; vertical-align: middle; overflow: hidden; }
thead th { background: #eef0f4; font-weight: 600; font-size: 7.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th.person { text-align: left; width: 38mm; padding-left: 1.2mm; font-weight: 500; white-space: nowrap; text-overflow: ellipsis; }
th.hours, td.hours { width: 13mm; text-align: right; padding-right: 1mm; font-variant-numeric: tabular-nums; }
.weekend { background: #f5f6f8; }
thead .weekend { background: #e2e5eb; }
.shift { display: block; border-radius: 1mm; border: 0.5pt solid; padding: 0.3mm 0; margin: 0.2mm 0; font-weight: 600; font-size: 8pt; line-height: 1.15; }
.shift small { display: block; font-weight: 400; font-size: 6pt; }
.off { color: #6b7280; font-size: 6.5pt; }
tr.open th, tr.open td { background: #fff4e5; border-top: 1pt solid #16181d; font-weight: 600; }
tr.open td.none { font-weight: 400; color: #8a8f99; }
tr.cover th, tr.cover td { border-top: 1pt solid #16181d; font-size: 7.5pt; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: 1.5mm 5mm; margin: 3mm 0 0; padding: 0; list-style: none; font-size: 8pt; }
.legend .shift { display: inline-block; min-width: 8mm; text-align: center; margin-right: 1mm; }
.gaps td, .gaps th { text-align: left; padding: 1mm 1.5mm; vertical-align: top; }
.gaps ul { margin: 0; padding-left: 4mm; }
.gaps .when { width: 58mm; } .gaps .what { width: 62mm; } .gaps .count { width: 18mm; }
section + section { break-before: page; }
@media print { body { padding: 0; max-width: none; } }
`
