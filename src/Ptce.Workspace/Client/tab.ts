// Inside Teams only: says who is there, follows its theme, and sets up a channel's tab. Loaded by the tab's own pages and by those shown in one.

import { app, authentication, pages } from "@microsoft/teams-js";
import { keepTeamsTheme, wear } from "./theme";

/** Milliseconds: outside Teams nobody ever answers. */
const patience = 8000;

/** Where to go, or what stands in the way and what would help. */
type Answer = { go?: string; text?: string; link?: string };

void begin();

async function begin(): Promise<void> {
  const start = document.getElementById("tab");
  try {
    await within(app.initialize());
    const context = await within(app.getContext());
    follow(context.app.theme);
    app.registerOnThemeChangeHandler(follow);
    if (start) await enter(start, context.page.subPageId);
    else app.notifySuccess();
  } catch (problem) {
    console.warn("Teams does not answer:", problem);
    if (start) show(document.getElementById("tab-said")!.dataset["outside"]!, "web");
    return;
  }
  if (document.getElementById("tab-linked")) authentication.notifySuccess("linked");
  choose();
}

function follow(theme: string): void {
  // Teams may add themes of its own; those that we do not have are nearest to its default.
  const ours = theme === "dark" || theme === "contrast" ? theme : "default";
  keepTeamsTheme(ours);
  document.documentElement.dataset["host"] = "teams";
  wear(ours);
}

async function enter(start: HTMLElement, wanted: string | undefined): Promise<void> {
  button("again").onclick = () => void enter(start, wanted);
  show(start.dataset["opening"] ?? document.getElementById("tab-said")!.textContent!);
  let answer: Answer;
  try {
    const token = await authentication.getAuthToken();
    const asked = await fetch(start.dataset["session"]!, {
      method: "POST",
      signal: AbortSignal.timeout(patience),
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ place: start.dataset["place"] ?? null, page: start.dataset["page"] ?? wanted ?? null }),
    });
    answer = (await asked.json()) as Answer;
  } catch {
    answer = { text: document.getElementById("tab-said")!.dataset["unreachable"]! };
  }
  if (answer.go) {
    location.replace(answer.go);
    return;
  }
  app.notifySuccess();
  show(answer.text ?? document.getElementById("tab-said")!.dataset["unreachable"]!, answer.link ? "link" : "again", "again", "web");
  if (!answer.link) return;
  const window = new URL(answer.link, location.href).href;
  button("link").onclick = () => {
    // Once linked the same token opens the tab; closing the window without linking leaves things as they were.
    authentication.authenticate({ url: window, width: 560, height: 720 }).then(
      () => enter(start, wanted),
      () => show(answer.text!, "link", "again", "web"),
    );
  };
}

function show(text: string, ...buttons: string[]): void {
  document.getElementById("tab-said")!.textContent = text;
  for (const name of ["link", "again", "web"]) button(name).hidden = !buttons.includes(name);
}

function button(name: string): HTMLElement {
  return document.getElementById(`tab-${name}`)!;
}

/** While a channel's tab is set up: what is chosen is what Teams opens. */
function choose(): void {
  const form = document.getElementById("tab-choice");
  if (!form) return;
  form.addEventListener("change", () => pages.config.setValidityState(true));
  pages.config.registerOnSaveHandler((saving) => {
    const chosen = form.querySelector<HTMLInputElement>("input:checked")!;
    const { content, web, name } = chosen.dataset as { content: string; web: string; name: string };
    pages.config.setConfig({ entityId: chosen.value, contentUrl: content, websiteUrl: web, suggestedDisplayName: name }).then(
      () => saving.notifySuccess(),
      () => saving.notifyFailure(),
    );
  });
}

function within<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, fail) => setTimeout(() => fail(new Error("nobody answers")), patience))]);
}
