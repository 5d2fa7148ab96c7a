"use client";

import "./redoc.css";
import { ReferenceState } from "./reference-state";
import { colorsOf } from "./resolved-colors";
import { useReference } from "./use-reference";

type RedocWindow = Window & {
  Redoc?: { init(url: string, options: Record<string, unknown>, container: Element | null): void };
};

export function RedocReference({ tag }: { tag: string }) {
  const { container, state } = useReference("/vendor/redoc.js", (element) => {
    (window as RedocWindow).Redoc?.init(
      `/api/openapi.json?tag=${encodeURIComponent(tag)}`,
      { hideDownloadButtons: false, nativeScrollbars: true, theme: themeOf(element) },
      element,
    );
  });
  return (
    <>
      <ReferenceState state={state} />
      <div ref={container} className="docs-redoc" />
    </>
  );
}

/** Redoc computes with its colours, so it gets the values that the tokens have in the current theme. */
function themeOf(element: HTMLElement): Record<string, unknown> {
  const color = colorsOf(element);
  const font = getComputedStyle(element).fontFamily;
  return {
    colors: {
      primary: { main: color("--brand-text") },
      success: { main: color("--good-text") },
      warning: { main: color("--warn-text") },
      error: { main: color("--bad-text") },
      text: { primary: color("--ink-2"), secondary: color("--ink-3") },
      border: { dark: color("--line-strong"), light: color("--line") },
      responses: {
        success: {
          color: color("--good-text"),
          backgroundColor: color("--good-bg"),
          tabTextColor: color("--good-text"),
        },
        error: { color: color("--bad-text"), backgroundColor: color("--bad-bg"), tabTextColor: color("--bad-text") },
      },
    },
    typography: {
      fontSize: "14px",
      fontFamily: font,
      headings: { fontFamily: font, fontWeight: "620" },
      code: { color: color("--ink"), backgroundColor: color("--surface-3") },
    },
    sidebar: {
      backgroundColor: color("--surface-2"),
      textColor: color("--ink-2"),
      activeTextColor: color("--brand-text"),
    },
    rightPanel: { backgroundColor: color("--surface-3"), textColor: color("--ink") },
    schema: {
      nestedBackground: color("--surface-2"),
      typeNameColor: color("--ink-3"),
      linesColor: color("--line-strong"),
    },
    codeBlock: { backgroundColor: color("--code-well") },
  };
}
