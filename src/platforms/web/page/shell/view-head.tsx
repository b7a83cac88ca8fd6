import type { ComponentChildren } from 'preact';

/** Carried by the heading that gets the focus when its view is gone to. */
export const VIEW_HEADING = 'data-view-heading';

/** The name of the view, and what can be done with all of it. */
export function ViewHead({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <header class="view-head">
      <h1 tabIndex={-1} {...{ [VIEW_HEADING]: '' }}>
        {title}
      </h1>
      {children}
    </header>
  );
}
