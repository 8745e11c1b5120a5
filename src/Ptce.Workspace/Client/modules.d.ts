/** The part of Turbo 8 that we call; the package ships no types of its own. */
declare module "@hotwired/turbo" {
  export const session: { readonly navigator: { readonly currentVisit?: { readonly state: string } } };
  /** Goes to a page, as a link does. */
  export function visit(address: string): void;
  /** Morphs the page's body in place, and tells of it with turbo:before-morph-element, turbo:morph-element and turbo:morph. */
  export function morphBodyElements(current: HTMLElement, next: HTMLElement): void;
}

/** Sheets are imported for the bundler alone. */
declare module "*.css";

/** An answer as Turbo hands it round. */
interface FetchResponse {
  readonly statusCode: number;
  readonly redirected: boolean;
  readonly location: URL;
}

/** What Turbo's events carry, as far as we read it. */
interface DocumentEventMap {
  "turbo:load": CustomEvent;
  "turbo:morph": CustomEvent;
  "turbo:before-morph-element": CustomEvent<{ newElement?: Element }>;
  "turbo:before-morph-attribute": CustomEvent<{ attributeName: string; mutationType: "update" | "remove" }>;
  "turbo:render": CustomEvent<{ renderMethod: "replace" | "morph" }>;
  "turbo:submit-start": CustomEvent<{ formSubmission: { formElement: HTMLFormElement } }>;
  "turbo:submit-end": CustomEvent<{ formSubmission: { formElement: HTMLFormElement }; success?: boolean; fetchResponse?: FetchResponse }>;
  "turbo:before-visit": CustomEvent<{ url: string }>;
  "turbo:before-fetch-response": CustomEvent<{ fetchResponse: FetchResponse }>;
  "turbo:fetch-request-error": CustomEvent;
}
