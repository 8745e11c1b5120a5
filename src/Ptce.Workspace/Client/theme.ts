// Inside Teams its theme wins; elsewhere the reader's own choice, kept in a cookie so that the server already answers in it.

const themes = ["default", "dark", "contrast"];

export function chooseTheme(): void {
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked !== null) keepTeamsTheme(asked);
  const inTeams = asked ?? teamsTheme();
  if (inTeams !== null) document.documentElement.dataset["host"] = "teams";
  wear(inTeams ?? chosen());

  document.addEventListener("turbo:load", () => {
    const list = document.querySelector<HTMLSelectElement>("#theme");
    if (!list || inTeams !== null) return;
    list.value = chosen();
    document.getElementById("theme-choice")!.hidden = false;
  });

  document.addEventListener("change", (event) => {
    const list = event.target as HTMLSelectElement;
    if (list.id !== "theme") return;
    document.cookie = `theme=${list.value}; path=/; samesite=lax; max-age=${list.value ? 31536000 : 0}`;
    wear(list.value);
  });
}

// A browser that shuts out third parties may forbid a frame its storage: the theme is then asked of Teams again on each page.
export function keepTeamsTheme(theme: string): void {
  try {
    sessionStorage.setItem("teams-theme", theme);
  } catch {}
}

function teamsTheme(): string | null {
  try {
    return sessionStorage.getItem("teams-theme");
  } catch {
    return null;
  }
}

/** Puts a theme on; an unknown or empty one leaves the choice to the system. */
export function wear(theme: string): void {
  if (themes.includes(theme)) document.documentElement.dataset["theme"] = theme;
  else delete document.documentElement.dataset["theme"];
}

function chosen(): string {
  return /(?:^|; )theme=(\w+)/.exec(document.cookie)?.[1] ?? "";
}
