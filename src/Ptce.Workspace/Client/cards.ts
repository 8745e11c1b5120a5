// Draws Adaptive Cards with Microsoft's own renderer: a script of its own, fetched by the page that first shows a card (card.ts).

import { Action, AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from "adaptivecards";

/** What a button carries: the sentence it says, the card it belongs to, and the version of it that was looked at. */
export interface Press {
  says: string;
  card?: string;
  v?: string;
}

export interface Answers {
  press: (press: Press) => void;
  open: (address: string) => void;
}

// Inline styles name the tokens, so that a card wears the page's theme and changes with it.
const colour = (name: string) => ({ default: `var(--${name})`, subtle: "var(--text-soft)" });
const host = new HostConfig({
  fontFamily: "inherit",
  fontSizes: { small: 14, default: 16, medium: 16, large: 20, extraLarge: 28 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 21, default: 24, medium: 24, large: 25, extraLarge: 35 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 0 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  containerStyles: {
    default: {
      backgroundColor: "transparent",
      foregroundColors: { default: colour("text"), dark: colour("text"), light: colour("text"), accent: colour("accent"), good: colour("done"), warning: colour("needs-you"), attention: colour("needs-you") },
    },
  },
  factSet: { title: { weight: "default", isSubtle: true, wrap: true, maxWidth: 176 }, value: { wrap: true }, spacing: 12 },
  actions: { maxActions: 24, buttonSpacing: 0, spacing: "medium", actionsOrientation: "horizontal", actionAlignment: "left" },
});

// Text is nobody's Markdown: what was escaped for Teams is shown as it was written, and nothing in it is obeyed.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  const shown = document.createElement("span");
  shown.textContent = text.replace(/\\([\\`*_[\]<>~#|+.)-])/g, "$1").replace(/\n{2,}/g, "\n");
  result.outputHtml = shown.innerHTML;
  result.didProcess = true;
};

/** @returns Nothing when it is no card. */
export function draw(json: Record<string, unknown>, answers: Answers): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = host;
  card.parse(withRoom(json));
  card.onExecuteAction = (action: Action) => {
    if (action instanceof OpenUrlAction) answers.open(action.url ?? "");
    else if (action instanceof ExecuteAction || action instanceof SubmitAction) answers.press(action.data as Press);
  };
  const drawn = card.render();
  if (!drawn) return;
  for (const button of drawn.querySelectorAll("button")) {
    button.removeAttribute("title"); // what it reads, said twice
    button.classList.toggle("primary", button.classList.contains("style-positive"));
  }
  return drawn;
}

/** Teams hides buttons beyond the sixth in a menu; a page has the room. */
function withRoom(json: Record<string, unknown>): Record<string, unknown> {
  const actions = json["actions"];
  return Array.isArray(actions) ? { ...json, actions: actions.map((action: object) => ({ ...action, mode: "primary" })) } : json;
}
