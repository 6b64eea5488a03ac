import { createHash } from 'node:crypto';

/**
 * The look of a print in a browser and on its paper. Contrast of every text is 7:1 or better against white (WCAG
 * AAA), and the page reads in its order when the style is off.
 */
export const STYLE = `
:root{color-scheme:light;--ink:#17202a;--soft:#45505c;--line:#c5ccd3;--deep:#0f3554}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.5rem;max-width:52rem;background:#fff;color:var(--ink);
font:400 1rem/1.5 "Source Sans 3","Source Sans Pro",system-ui,sans-serif;overflow-wrap:anywhere}
p{margin:0 0 .5rem}
header,footer{display:flex;justify-content:space-between;gap:2rem}
header{border-bottom:1px solid var(--line);padding-bottom:.75rem;margin-bottom:2rem}
header p{margin:0}
.authority p:first-child{font-weight:600;font-size:1.1rem}
.marks{text-align:right}
.secrecy{color:var(--soft);font-size:.85rem}
.secrecy strong{color:var(--ink);letter-spacing:.04em;font-size:1rem}
.state{font-weight:700;text-transform:uppercase;letter-spacing:.06em}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem;color:var(--deep);font-weight:600}
h2{font-size:1.3rem;line-height:1.3;margin:2.2rem 0 .6rem;padding-top:.7rem;border-top:1px solid var(--line);color:var(--deep);font-weight:600}
h3{font-size:1.1rem;margin:1.5rem 0 .4rem;font-weight:600}
h4,h5,h6{font-size:1rem;margin:1.2rem 0 .3rem;font-weight:600;color:var(--soft)}
dl{margin:0}
dl+p{margin-top:.8rem}
dt{font-weight:600;hyphens:auto;overflow-wrap:break-word}
dd{margin:0}
dd p:last-child{margin-bottom:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.6rem 1.5rem;margin-bottom:1.5rem}
.facts dt{font-size:.85rem;color:var(--soft);font-weight:400}
.rows>div{display:grid;grid-template-columns:12rem 1fr;gap:0 1.25rem;padding:.3rem 0}
section+dl{border-top:1px solid var(--line);margin-top:1.2rem;padding-top:.6rem}
section section+dl{border-top:0;padding-top:0}
section section{border-left:.2rem solid var(--line);padding-left:1rem;margin:1rem 0}
section section>:first-child{margin-top:0}
.hidden dd{color:var(--soft);font-style:italic}
.blank{border-bottom:1px solid var(--soft)}
.notice{border-left:.3rem solid var(--deep);background:#eef2f6;padding:.75rem 1rem;margin:0 0 1.25rem}
.notice p:last-child{margin:0}
table{width:100%;border-collapse:collapse;margin:.5rem 0 1rem;font-size:.95rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th{text-align:left;font-weight:600;border-bottom:2px solid var(--soft)}
td{border-bottom:1px solid var(--line);vertical-align:top}
th,td{padding:.35rem .75rem .35rem 0;overflow-wrap:break-word}
.right{text-align:right}
.signatures{display:flex;flex-wrap:wrap;gap:1.5rem 3rem}
.signer{min-width:16rem}
.by-hand{border-top:1px solid var(--ink);margin-top:3rem;padding-top:.3rem}
.index span{color:var(--soft)}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:.5rem;color:var(--soft);font-size:.85rem}
@media (max-width:40rem){.rows>div{grid-template-columns:1fr}header{flex-direction:column;gap:.5rem}.marks{text-align:left}}
@media print{@page{size:A4;margin:18mm 18mm 20mm}body{padding:0;max-width:none;font-size:10.5pt}
h1,h2,h3,h4,h5,h6{break-after:avoid}tr,.signer,.notice{break-inside:avoid}thead{display:table-header-group}
.new-page{break-before:page}p{orphans:2;widows:2}}
`;

/** Lets this style and no other through the page's content security policy. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
