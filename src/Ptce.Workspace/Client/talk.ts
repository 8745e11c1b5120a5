// A conversation is read from its end: it opens there, and stays there while it grows, unless the reader has gone up.

export function readFromTheEnd(): void {
  let atEnd = true;
  const follow = new ResizeObserver(() => atEnd && scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  addEventListener("scroll", () => (atEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 120), { passive: true });
  document.addEventListener("turbo:load", () => {
    follow.disconnect();
    atEnd = true;
    const said = document.querySelector(".chat:last-of-type > :last-child") && document.querySelector(".chat:last-of-type");
    if (said) follow.observe(said);
  });
}
