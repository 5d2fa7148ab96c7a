import { classNames } from "@/components/ui/class-names";
import { initials } from "@/lib/values/person-name";

interface AvatarProps {
  name: string;
  src?: string | null;
  size?: "xs" | "sm" | "md" | "lg" | "desk" | "xl";
  /** Set where the name does not stand beside the picture. */
  labelled?: boolean;
  className?: string;
}

export function Avatar({ name, src, size = "sm", labelled = false, className }: AvatarProps) {
  const label = labelled ? { role: "img", "aria-label": name } : { "aria-hidden": true };
  return (
    <span className={classNames("ui-avatar", className)} data-size={size} {...label}>
      {src ? (
        // biome-ignore lint/performance/noImgElement: photos come in their final size from our own storage
        <img src={src} alt="" loading="lazy" decoding="async" />
      ) : (
        initials(name) || "?"
      )}
    </span>
  );
}
