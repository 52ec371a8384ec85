import puppeteer from "puppeteer-core";
const b = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });
const p = await b.newPage();
p.on("console", m => console.log(m.type(), m.text())); p.on("pageerror", e => console.log("ERR", e)); p.on("request", r=>console.log("R", r.url()));
await p.goto(process.argv[2]);
await p.waitForSelector("#main");
await new Promise(r => setTimeout(r, 3000));
console.log(await p.evaluate(() => document.body.innerText.slice(0, 200)));
await b.close();
