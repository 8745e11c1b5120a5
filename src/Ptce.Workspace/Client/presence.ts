// Who else is on this page, as initials with their name.

export interface Person {
  personId: string;
  name: string;
  initials: string;
}

const shownAtMost = 5;

export function showPresence(everyone: Person[]): void {
  const list = document.getElementById("presence");
  if (!list) return;
  const people = everyone.filter((person) => person.personId !== list.dataset["me"]);
  list.hidden = people.length === 0;
  const label = item(list.dataset["label"] ?? "", "label");
  const rest = people.length - shownAtMost;
  list.replaceChildren(label, ...people.slice(0, shownAtMost).map(disc), ...(rest > 0 ? [item((list.dataset["more"] ?? "").replace("{0}", String(rest)), "label")] : []));
}

function disc({ name, initials }: Person): HTMLLIElement {
  const li = document.createElement("li");
  const mark = document.createElement("span");
  mark.className = "initials";
  mark.setAttribute("aria-hidden", "true");
  mark.textContent = initials;
  const words = document.createElement("span");
  words.className = "sr";
  words.textContent = name;
  li.title = name;
  li.append(mark, words);
  return li;
}

function item(text: string, className: string): HTMLLIElement {
  const li = document.createElement("li");
  li.className = className;
  li.textContent = text;
  return li;
}
