/** True if single-key shortcuts must not act: a text field has the focus, or a dialog or menu is open. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target as HTMLElement | null;
  if (
    target?.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu]")
  )
    return true;
  return document.querySelector("dialog[open]") !== null;
}
