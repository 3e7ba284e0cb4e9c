// PageStyle: how a page looks on a screen, in the dark, on a phone and on paper.
import { html } from './html.ts';

/**
 * No text of a user's gets in here: the page allows this style by its hash, and no other. Colours are named once for light and once for
 * dark. Whichever direction the letters of a text have is found by `unicode-bidi`, not by an attribute of each. Text has a contrast of 4.5 at least, what is only drawn one of 3 where it means something by itself.
 */
export const pageStyle = html`:root{color-scheme:light dark;--paper:#fdfdfc;--ink:#1d2125;--soft:#575e66;--rule:#e2e2dd;--track:#e7e8e4;--accent:#0b6b5d;--begun:#8fc7b8;--cone:#0b6b5d26;
--s0:#eceeea;--s1:#bfe0d5;--s2:#7cc0ae;--s3:#2f9582;--s4:#0b5a4f}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#e3e6e8;--soft:#9ea7b0;--rule:#2b3137;--track:#2a3036;--accent:#5fcdb6;--begun:#2f6f63;--cone:#5fcdb62b;
--s0:#22282d;--s1:#17453e;--s2:#1e7465;--s3:#38a892;--s4:#86e6d1}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.page{max-width:52rem;margin:0 auto;padding:3rem 1.25rem 4rem}
a{color:var(--accent);text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 45%,#0000);text-underline-offset:.22em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-999rem;top:.5rem;padding:.5rem 1rem;background:var(--paper)}
.skip:focus{left:1rem}
h1,h2,h3,h4,p,ul,dl,figure{margin:0;padding:0}
ul{list-style:none}
h1,h3,h4,p,b,bdi,dd,small,.rubric{unicode-bidi:plaintext}
i,em{font-style:normal}
h1{font-size:1.9rem;line-height:1.2;font-weight:650;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.3rem;font-weight:650;letter-spacing:-.01em;margin:3.5rem 0 1rem}
h3{font-size:1rem;font-weight:600}
h4{font-size:.95rem;font-weight:600;margin:1.25rem 0 .25rem}
.lead{margin-top:.6rem;color:var(--soft);max-width:42rem}
.total{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;margin:2rem 0 .5rem}
.total strong{font-size:2.6rem;line-height:1;font-weight:650;letter-spacing:-.03em}
.bar{display:block;width:100%;height:4px;border-radius:2px;overflow:hidden;margin-top:.45rem}
header .bar{height:8px;border-radius:4px}
.bar{fill:var(--accent);background:var(--track);print-color-adjust:exact}
.begun{fill:var(--begun)}
.facts,.remark,figcaption,.why,caption{color:var(--soft);font-size:.9rem}
.facts{margin-top:.6rem}
.small{font-size:1rem;margin:1.5rem 0 .25rem;letter-spacing:0}
header li{padding:.15rem 0}
small{color:var(--soft);font-size:.85rem}
em{color:var(--accent);font-weight:600}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-top:1.5rem}
nav a{display:inline-block;padding:.2rem 0}
i{color:var(--soft);font-weight:400}
b{font-weight:500}
table{border-collapse:collapse;width:100%}
thead th{white-space:nowrap;font-size:.8rem;font-weight:400;color:var(--soft);padding:0 0 .35rem;text-align:end}
thead th:first-child,tbody th{text-align:start}
.shares{margin:.75rem 0 2rem}
.shares th,.shares td{border-top:1px solid var(--rule);vertical-align:top}
.shares thead th{border:0}
.shares tbody th{font-weight:400;padding:.55rem 0 .7rem;width:100%}
.shares td{padding:.55rem 0 0 1.25rem;text-align:end;white-space:nowrap}
.shares td:not(:last-child){color:var(--soft)}
.shares .inner th{padding-inline-start:1.75rem}
.rubric{display:block;color:var(--soft);font-size:.9rem}
h3 small{margin-inline-start:.4rem;font-weight:400}
th small{display:block}
figure{margin:0 0 2.25rem}
figure h3{margin-bottom:.6rem}
.chart{display:block;width:100%;height:auto}
.narrow{display:none}
.axis{fill:var(--soft);font-size:11px}
.end{text-anchor:end}.middle{text-anchor:middle}
.grid,.goal,.today,.line{fill:none;stroke:var(--rule)}
.goal{stroke:var(--soft);stroke-dasharray:2 3}
.today{stroke:var(--soft)}
.line{stroke:var(--accent);stroke-width:2;stroke-linejoin:round}
.area{fill:var(--accent);opacity:.1}
.cone{fill:var(--cone)}
figcaption{margin-top:.5rem}
.heat-map{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 1.5rem}
.heat-map svg{display:block;width:100%;max-width:30rem}
.heat-map .axis{font-size:9px}
rect.s0{fill:var(--s0)}path.s0{stroke:var(--s0);stroke-width:10;stroke-dasharray:10 2}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}
.legend{display:inline-block;white-space:nowrap}
.legend svg{width:4rem;height:.7rem}
.wide-table{overflow-x:auto;margin-top:.5rem}
.wide-table table{font-size:.85rem}
.wide-table th,.wide-table td{padding:.2rem .4rem;text-align:end;white-space:nowrap}
.wide-table th:first-child{padding-inline-start:0;text-align:start}
.skipped em{color:var(--soft)}
caption{text-align:start;padding-bottom:.5rem}
tbody th{font-weight:400}
summary{cursor:pointer;padding:.55rem 0}
summary h3{display:inline}
.figures{border:0}
.figures summary{color:var(--soft);font-size:.9rem;padding:0}
summary small{margin-inline-start:.5rem;white-space:nowrap}
section>details{border-top:1px solid var(--rule)}
section>details[open]{padding-bottom:1.25rem}
.topics li{position:relative;padding:.4rem 0 .4rem 1.7rem}
.topics li::before,h3.done::before,h3.doing::before,h3.skipped::before{content:"";width:.8rem;height:.8rem;border:1.5px solid var(--soft);border-radius:3px;print-color-adjust:exact}
.topics li::before{position:absolute;left:0;top:.82rem}
.topics .doing::before,h3.doing::before{border-color:var(--accent);background:linear-gradient(to top,var(--accent) 45%,#0000 45%)}
.topics .done::before,h3.done::before{border-color:var(--accent);background:var(--accent)}
.topics .skipped::before,h3.skipped::before{border-style:dashed}
.topics p{font-size:.9rem;color:var(--soft);max-width:40rem}
.topics div>*,.links>*{display:inline-block;padding:.15rem 0;margin-inline-end:1rem;font-size:.85rem}
.topics .d1{margin-inline-start:1.5rem}.topics .d2{margin-inline-start:3rem}.topics .d3{margin-inline-start:4.5rem}.topics .d4{margin-inline-start:6rem}
article{border-top:1px solid var(--rule);padding:1rem 0 1.25rem}
article .facts{margin:.1rem 0 .6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.25rem}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0}
dd .topics li{padding-block:.1rem}
dd .topics li::before{top:.5rem}
h3.done::before,h3.doing::before,h3.skipped::before{display:inline-block;margin-inline-end:.5rem}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.85rem}
@media (max-width:40rem){
.page{padding:1.75rem 1rem 3rem}
h1{font-size:1.55rem}
h2{margin-top:2.75rem}
.wide{display:none}.narrow{display:block}
.shares td{padding-inline-start:.8rem}
.shares .inner th{padding-inline-start:1rem}
.topics .d1{margin-inline-start:.9rem}.topics .d2{margin-inline-start:1.8rem}.topics .d3{margin-inline-start:2.7rem}.topics .d4{margin-inline-start:3.6rem}
dl{display:block}
dt{margin-top:.5rem}}
@media print{
@page{size:A4;margin:16mm 15mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--rule:#ccc;--track:#e4e4e4;--accent:#0b5a4f;--begun:#8fc7b8;--cone:#0b6b5d26;
--s0:#eee;--s1:#bfe0d5;--s2:#7cc0ae;--s3:#2f9582;--s4:#0b5a4f}
html{font-size:9.5pt}
body{line-height:1.4}
.topics li{padding-block:.2rem}
.topics li::before{top:.45rem}
.shares tbody th{padding-block:.35rem .45rem}
.shares td{padding-top:.35rem}
article{padding:.6rem 0}
section>details[open]{padding-bottom:.4rem}
.page{max-width:none;padding:0}
nav,.skip,.figures,footer{display:none}
h2{margin-top:1.6rem;break-after:avoid}
h3,h4,summary{break-after:avoid}
figure,article,tr,li{break-inside:avoid}
.wide{display:block}.narrow{display:none}
details::details-content{display:block;content-visibility:visible;height:auto;block-size:auto;opacity:1}
summary{list-style:none;padding:.6rem 0 .2rem}
a{color:inherit;text-decoration:none}
.topics div a,.links a{font-size:0}
.topics div a::after,.links a::after{content:attr(href);font-size:7.5pt;color:var(--soft)}}`;
