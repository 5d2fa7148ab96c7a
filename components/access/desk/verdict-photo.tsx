import { Check, X } from "lucide-react";
import { initials } from "@/lib/values/person-name";

interface VerdictPhotoProps {
  name: string;
  src: string | null;
  sign: "come_in" | "please_wait";
}

/** The face to compare, with the sign of the verdict. */
export function VerdictPhoto({ name, src, sign }: VerdictPhotoProps) {
  return (
    <div className="desk-photo">
      {src ? (
        // biome-ignore lint/performance/noImgElement: photos come in their final size from our own storage
        <img src={src} alt={`Portrait of ${name}`} />
      ) : (
        <span aria-hidden="true">{initials(name) || "?"}</span>
      )}
      <i aria-hidden="true">{sign === "come_in" ? <Check /> : <X />}</i>
    </div>
  );
}
