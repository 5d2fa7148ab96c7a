import type { CSSProperties, ReactNode } from "react";

interface BrandScopeProps {
  /** The organization's brand colour, such as "#0d6b68". All shades derive from it with sufficient contrast. */
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
