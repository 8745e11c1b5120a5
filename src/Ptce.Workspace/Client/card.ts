// <adaptive-card card='{…}'>: a card of the conversation, the very one that Teams gets. Without script, or without the renderer,
// the same buttons stand in its .plain as forms.

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

  /** The button that somebody stands on while the card is drawn anew. */
  private held: string | undefined;

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
      this.show(draw(JSON.parse(json), { press: (press) => this.press(press), open: (address) => visit(address) }));
    } catch {
      fetched = undefined;
      this.setAttribute("plain", "");
    }
  }

  /** A refresh hands the card over; it is drawn anew only when it says something else. */
  becomes(next: Element): void {
    const card = next.getAttribute("card") ?? "{}";
    if (this.getAttribute("card") === card) return;
    this.hold();
    this.querySelector(":scope > .plain")?.replaceWith(next.querySelector(":scope > .plain") ?? "");
    this.setAttribute("card", card);
  }

  /** Takes the place of what was drawn before: a page that Turbo kept comes back with it. Whoever stands on a button stays on it. */
  private show(drawn: HTMLElement | undefined): void {
    this.hold();
    this.querySelector(":scope > [data-drawn]")?.remove();
    this.removeAttribute("plain");
    if (!drawn) return;
    drawn.dataset["drawn"] = "";
    this.append(drawn);
    if (this.held === undefined) return;
    const buttons = [...drawn.querySelectorAll("button")];
    const still = buttons.find((button) => button.textContent === this.held) ?? buttons[0];
    this.held = undefined;
    still ? still.focus() : goOn();
  }

  private hold(): void {
    if (document.activeElement instanceof HTMLButtonElement && this.contains(document.activeElement)) this.held = document.activeElement.textContent;
  }

  /** Says what the button says, through the same door as a typed line. */
  private press({ says, card, v }: Press): void {
    const form = this.querySelector<HTMLFormElement>(":scope > form");
    if (!form) return;
    for (const [name, value] of Object.entries({ text: says, key: card ?? "", seen: v ?? "" })) (form.elements.namedItem(name) as HTMLInputElement).value = value;
    if (this.querySelector(":focus-visible")) document.addEventListener("turbo:submit-end", ({ detail }) => detail.success && document.addEventListener("turbo:render", goOn, { once: true }), { once: true });
    form.requestSubmit();
  }
}

/** The button that was pressed is gone: by keyboard, one goes on at the next question or at the line. */
function goOn(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const asked = [...document.querySelectorAll<HTMLElement>("adaptive-card > [data-drawn] button")].at(-1)?.closest("[data-drawn]");
    (asked?.querySelector("button") ?? document.querySelector<HTMLElement>("#sentence"))?.focus();
  });
}

export function showCards(): void {
  customElements.define("adaptive-card", CardElement);

  document.addEventListener("turbo:before-morph-element", (event) => {
    if (!(event.target instanceof CardElement) || !event.detail.newElement) return;
    event.preventDefault();
    event.target.becomes(event.detail.newElement);
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
