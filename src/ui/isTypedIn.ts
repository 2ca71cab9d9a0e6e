/** A field somebody is typing in: keys are its own. The unseen field of a grid waits for typing and leaves them to the app. */
export const isTypedIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not(.grid-input-idle), textarea');
