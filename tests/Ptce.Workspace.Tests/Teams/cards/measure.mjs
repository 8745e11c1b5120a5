// Reads one JSON line, an array of { name, card }, draws each with Microsoft's renderer on a telephone of 320 px in Chromium, and prints
// what is wrong with them: a JSON array of sentences, empty when all is well.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const renderer = fileURLToPath(import.meta.resolve("adaptivecards/dist/adaptivecards.min.js"));
const chromium = process.argv[2];

/** Runs in the page. */
function judge(cards) {
  const { AdaptiveCard, HostConfig, SerializationContext, Versions } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const shown = document.createElement("span");
    shown.textContent = text;
    result.outputHtml = shown.innerHTML;
    result.didProcess = true;
  };
  const wrong = [];
  for (const { name, card: json } of cards) {
    const say = (what) => wrong.push(`${name}: ${what}`);
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig({ fontFamily: "Segoe UI, sans-serif", factSet: { title: { wrap: true, weight: "bolder" }, value: { wrap: true } }, actions: { maxActions: 24 } });
    AdaptiveCard.langProperty.regEx.lastIndex = 0; // it remembers where it was, and finds every second language wrong
    const context = new SerializationContext(Versions.v1_5);
    card.parse(json, context);
    for (let i = 0; i < context.eventCount; i++) say(context.getEventAt(i).message);
    for (const { message } of card.validateProperties().validationEvents) say(message);
    const telephone = document.createElement("div");
    telephone.style.cssText = "width: 296px; padding: 0 12px"; // 320 with Teams' own margin
    document.body.append(telephone);
    telephone.append(card.render());
    const edge = telephone.getBoundingClientRect().left + 12 + 296;
    for (const element of telephone.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      const own = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join("").trim();
      if (box.right > edge + 1 && !element.parentElement.closest("button")) say(`${Math.round(box.right - edge)} px beyond the telephone: ${own.slice(0, 60)}`);
      if (own.length > 12 && box.width > 0 && box.width < 60) say(`squeezed to ${Math.round(box.width)} px: ${own.slice(0, 60)}`);
      if (element instanceof HTMLImageElement && !element.alt) say("an image without words");
      if (element instanceof HTMLButtonElement && !(element.ariaLabel ?? element.textContent).trim()) say("a button without words");
    }
    telephone.remove();
  }
  return wrong;
}

for await (const line of createInterface({ input: process.stdin })) {
  const folder = await mkdtemp(join(tmpdir(), "cards-"));
  try {
    const page = join(folder, "cards.html");
    // What people wrote stands in a string of its own: it ends no script.
    const cards = JSON.stringify(line).replaceAll("<", "\\u003c");
    await writeFile(page, `<!doctype html><meta charset="utf-8">
      <style>.ac-actionSet { flex-wrap: wrap } .ac-pushButton { max-width: 100%; overflow: hidden; text-overflow: ellipsis }</style><!-- as in Teams --><body><script src="file://${renderer}"></script><script>
      document.body.innerHTML = "";
      const found = (${judge})(JSON.parse(${cards}));
      const told = document.createElement("pre");
      told.id = "found";
      told.textContent = encodeURIComponent(JSON.stringify(found));
      document.body.append(told);</script>`);
    const { stdout } = await promisify(execFile)(chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", `--user-data-dir=${join(folder, "profile")}`, "--dump-dom", `file://${page}`], { maxBuffer: 1 << 26 });
    console.log(decodeURIComponent(/<pre id="found">([^<]*)<\/pre>/.exec(stdout)?.[1] ?? encodeURIComponent('["The page did not run."]')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
