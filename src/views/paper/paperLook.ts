/** How a paper looks, on a screen and on A4: light, for paper is. Fonts are those of the reader's machine. */
export const PAPER_LOOK = `
@page { size: A4; margin: 14mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5f6c7d } }
* { box-sizing: border-box }
html { color-scheme: light; background: #dde3ea }
body { margin: 0 auto; padding: 14mm; max-width: 210mm; background: #fff; color: #16202c; font: 10pt/1.5 "Noto Sans SC Variable", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
h1 { margin: 0 0 2mm; font-size: 16pt; line-height: 1.25 }
h2 { margin: 6mm 0 2mm; font-size: 12pt; break-after: avoid }
p { margin: 0 0 2mm }
.quiet { color: #5f6c7d; font-size: 8.5pt }
.notice { padding: 1.5mm 3mm; border: 1px solid #b86a00; color: #8a4f00; font-weight: 600 }
figure { margin: 3mm 0; break-inside: avoid }
figure > svg { display: block; width: 100%; height: auto; max-height: 150mm; object-fit: contain }
figcaption { display: flex; flex-wrap: wrap; gap: 1mm 4mm; margin-top: 1.5mm; font-size: 8.5pt; color: #435163 }
.key { display: inline-flex; align-items: center; gap: 1.2mm }
.key svg { display: inline; width: 5mm; height: 3.4mm; flex: none }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { padding: 1mm 1.6mm; border-bottom: 1px solid #cbd4df; text-align: left; vertical-align: top }
thead th { border-bottom: 1.5px solid #8798ab }
td.figure, th.figure { text-align: right; white-space: nowrap }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .6mm 4mm; margin: 0; font-size: 9pt }
dt { color: #5f6c7d }
dd { margin: 0 }
.sheet footer { margin-top: 3mm }
.sheet + .sheet { break-before: page; margin-top: 10mm }
.better { color: #1f8a5f }
.worse { color: #c9231c }
footer { margin-top: 6mm; padding-top: 2mm; border-top: 1px solid #cbd4df; font-size: 8.5pt; color: #5f6c7d }
@media print { html, body { background: none } body { padding: 0; max-width: none } .sheet + .sheet { margin-top: 0 } }
@media (max-width: 600px) { body { padding: 5mm } dl { grid-template-columns: 1fr } dd { margin-bottom: 1mm } }
`
