/** A colour as Stripe's frame understands it, whatever notation the theme uses. */
function rgbOf(colour: string): string {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** The theme of the page for the fields in the vendor's frame. */
export function elementLook(place: HTMLElement): Record<string, unknown> {
  const style = getComputedStyle(place);
  const colour = (name: string) => rgbOf(style.getPropertyValue(name).trim() || style.color);
  return {
    theme: "stripe",
    variables: {
      colorPrimary: colour("--brand-solid"),
      colorBackground: colour("--control"),
      colorText: colour("--ink"),
      colorTextSecondary: colour("--ink-3"),
      colorDanger: colour("--bad-text"),
      fontSizeBase: "16px",
      borderRadius: "8px",
      gridRowSpacing: "12px",
    },
  };
}
