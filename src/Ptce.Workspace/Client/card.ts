// <adaptive-card card='{…}'>: a card of the conversation, the very one that Teams gets. Without script, or without the renderer,
// the same buttons stand in its <noscript> as a plain form.

import { visit } from "@hotwired/turbo";
import type { Press } from "./cards";
import { meta, readAgain } from "./look";

type Renderer = typeof import("./cards");
let fetched: Promise<Renderer> | undefined;

/** Once per stay, and only where there is a card to draw. */
function renderer(): Promise<Renderer> {
  return (fetched ??= import(/* @vite-ignore */ new URL(meta("card-script") ?? "", document.baseURI).href) as Promise<Renderer>);
}

class CardElement extends HTMLElement {
  static readonly observedAttributes = ["card"];

  connectedCallback(): void {
    void this.draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.draw();
  }

  private async draw(): Promise<void> {
    const json = this.getAttribute("card") ?? "{}";
    try {
      const { draw } = await renderer();
      if (json !== this.getAttribute("card") || !this.isConnected) return;
      const drawn = draw(JSON.parse(json), { press: (press) => this.press(press), open: (address) => visit(address) });
      // A page that Turbo kept comes back with what was drawn in it.
      this.querySelector(":scope > .ac-adaptiveCard")?.remove();
      if (drawn) this.append(drawn);
    } catch {
      fetched = undefined;
      const plain = this.querySelector("noscript");
      if (plain) this.innerHTML = plain.textContent;
    }
  }

  /** Says what the button says, through the same door as a typed line. */
  private press({ says, card, v }: Press): void {
    const form = this.querySelector("form");
    if (!form || this.ariaBusy) return;
    for (const [name, value] of Object.entries({ text: says, key: card ?? "", seen: v ?? "" })) (form.elements.namedItem(name) as HTMLInputElement).value = value;
    this.ariaBusy = "true";
    form.addEventListener("turbo:submit-end", () => (this.ariaBusy = null), { once: true });
    if (this.querySelector(":focus-visible")) document.addEventListener("turbo:render", goOn, { once: true });
    form.requestSubmit();
  }
}

/** The button that was pressed is gone: by keyboard, one goes on at the next question or at the line. */
function goOn(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const asked = [...document.querySelectorAll<HTMLElement>("adaptive-card button")].at(-1)?.closest("adaptive-card");
    (asked?.querySelector("button") ?? document.querySelector<HTMLElement>("#sentence"))?.focus();
  });
}

export function showCards(): void {
  customElements.define("adaptive-card", CardElement);

  // A refresh hands the card over; it is drawn anew only when it says something else.
  document.addEventListener("turbo:before-morph-element", (event) => {
    const next = event.detail.newElement;
    if (!(event.target instanceof CardElement) || !next) return;
    event.preventDefault();
    if (event.target.getAttribute("card") !== next.getAttribute("card")) event.target.setAttribute("card", next.getAttribute("card") ?? "{}");
  });

  // Whoever begins to type will see a card.
  document.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLElement && event.target.dataset["previewUrl"]) renderer().catch(() => (fetched = undefined));
  });

  // The person's own conversation went on elsewhere: in another window, on the telephone.
  document.addEventListener("live:watching", () => document.querySelector(".chat") && readAgain());
  document.addEventListener("live:here", (event) => {
    if ((event as CustomEvent<string>).detail === "talk") readAgain();
  });
}
