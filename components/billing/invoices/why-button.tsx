import { TextLink } from "@/components/ui/controls/text-link";
import { Popover } from "@/components/ui/overlays/popover";
import type { Explanation } from "./invoice";

interface WhyButtonProps {
  /** Names the line for screen readers. */
  line: string;
  explanation: Explanation;
  hrefOf: (target: NonNullable<Explanation["facts"][number]["target"]>) => string;
}

/** Beside an amount: the sum in words, then its facts as links. */
export function WhyButton({ line, explanation: { sentence, facts }, hrefOf }: WhyButtonProps) {
  return (
    <Popover
      label={`Why this amount: ${line}`}
      trigger={
        <>
          Why?<span className="sr-only"> {line}</span>
        </>
      }
      variant="quiet"
      size="sm"
      align="end"
      className="w-72 whitespace-normal text-left"
    >
      <p className="font-medium text-ink">{sentence}</p>
      {facts.length > 0 ? (
        <dl className="mt-3 flex flex-col gap-2 border-line border-t pt-3">
          {facts.map(({ label, text, target }) => (
            <div key={label}>
              <dt className="text-12 text-ink-3">{label}</dt>
              <dd className="text-ink">{target ? <TextLink href={hrefOf(target)}>{text}</TextLink> : text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Popover>
  );
}
