import type { CSSProperties, ReactNode } from "react";

interface BrandScopeProps {
  /** The organization's one colour, "#0d6b68". Everything below gets its ramp with the contrast kept. */
  brand?: string | null;
  theme?: "light" | "dark";
  children: ReactNode;
  className?: string;
}

export function BrandScope({ brand, theme, children, className }: BrandScopeProps) {
  return (
    <div className={className} data-theme={theme} {...brandAttributes(brand)}>
      {children}
    </div>
  );
}

export function brandAttributes(brand: string | null | undefined) {
  return brand ? { "data-brand": "", style: { "--brand": brand } as CSSProperties } : {};
}
