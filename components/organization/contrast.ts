/** The WCAG contrast of an element's text on its background, or on that of `ground`, with computed colours. */
export function contrastOf(
  element: Element | null | undefined,
  ground: Element | null | undefined = element,
): number | null {
  if (!element || !ground) return null;
  const text = toRgb(getComputedStyle(element).color);
  const behind = toRgb(getComputedStyle(ground).backgroundColor);
  if (!text || !behind) return null;
  const [light, dark] = [luminance(text), luminance(behind)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Converts any CSS colour, including oklch, to 8-bit sRGB through a canvas. */
function toRgb(color: string): [number, number, number] | null {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(rgb: [number, number, number]): number {
  const [red, green, blue] = rgb.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
