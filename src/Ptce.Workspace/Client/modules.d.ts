/** The part of Turbo 8 that we call; the package ships no types of its own. */
declare module "@hotwired/turbo" {
  interface Navigator {
    readonly currentVisit?: object;
    readonly formSubmission?: object;
  }
  export const session: { readonly navigator: Navigator };
  /** Morphs the page's body in place, and tells of it with turbo:before-morph-element, turbo:morph-element and turbo:morph. */
  export function morphBodyElements(current: HTMLElement, next: HTMLElement): void;
  export function visit(address: string, options?: { action?: "advance" | "replace" }): void;
}

/** Sheets are imported for the bundler alone. */
declare module "*.css";
