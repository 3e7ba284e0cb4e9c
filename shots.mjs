import { chromium } from 'playwright-core';
const [,, out, ...files] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
for (const f of files) for (const [name, width, scheme, media] of [['360','360','light'],['360d','360','dark'],['1280','1280','light'],['1280d','1280','dark'],['print','720','light','print']]) {
  const c = await browser.newContext({ viewport: { width: +width, height: 900 }, colorScheme: scheme, offline: true });
  const p = await c.newPage();
  p.on('console', m => console.log(f, name, 'console', m.text())); p.on('request', r => { if (!r.url().endsWith('.html')) console.log('request', r.url()); });
  await p.goto('file://' + f);
  if (media) { await p.emulateMedia({ media }); await p.pdf({ path: `${out}/${f.split('/').pop()}.pdf`, format: 'A4', preferCSSPageSize: true }); }
  await p.screenshot({ path: `${out}/${f.split('/').pop()}.${name}.png`, fullPage: false, clip: undefined });
  const h = await p.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  console.log(f, name, h.join('x'));
  if (!media) await p.screenshot({ path: `${out}/${f.split('/').pop()}.${name}.full.png`, fullPage: true, clip: { x: 0, y: 0, width: +width, height: Math.min(h[1], 2600) } });
  await c.close();
}
await browser.close();
