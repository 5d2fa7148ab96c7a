/** Reads the tokens of an element as #rrggbb: scripts of others know neither oklch nor light-dark(). */
export function colorsOf(element: HTMLElement): (token: string) => string {
  const probe = document.createElement("span");
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  return (token) => {
    element.append(probe);
    probe.style.color = `var(${token})`;
    const color = getComputedStyle(probe).color;
    probe.remove();
    if (!context) return color;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
}
