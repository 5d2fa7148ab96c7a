import { TextLink } from "@/components/ui/controls/text-link";
import { Popover } from "@/components/ui/overlays/popover";
import type { Explanation } from "./invoice";

export type FactHref = (target: NonNullable<Explanation["facts"][number]["target"]>) => string;

interface WhyProps {
  /** Names the line for screen readers. */
  line: string;
  amount: string;
  explanation: Explanation;
  hrefOf: FactHref;
}

/** In the margin of the paper: opens the sum in words, then its facts as links. */
export function WhyButton({ line, amount, explanation, hrefOf }: WhyProps) {
  return (
    <Popover
      label={`Why ${amount}?`}
      trigger={
        <>
          Why?<span className="sr-only"> {`${amount} for ${line}`}</span>
        </>
      }
      triggerClassName="bl-why"
      className="w-64 whitespace-normal text-left"
    >
      <h3 className="font-strong text-ink">{`Why ${amount}?`}</h3>
      <Reason explanation={explanation} hrefOf={hrefOf} />
    </Popover>
  );
}

/** The same under its line, where the paper has no margin. */
export function WhyBelow({ line, amount, explanation, hrefOf }: WhyProps) {
  return (
    <details className="group">
      <summary className="bl-why ml-auto list-none">
        <span className="group-open:hidden">Why?</span>
        <span className="hidden group-open:inline">Hide</span>
        <span className="sr-only"> {`${amount} for ${line}`}</span>
      </summary>
      <div className="mt-1 rounded-control bg-surface-2 p-3">
        <Reason explanation={explanation} hrefOf={hrefOf} />
      </div>
    </details>
  );
}

function Reason({ explanation: { sentence, facts }, hrefOf }: Pick<WhyProps, "explanation" | "hrefOf">) {
  return (
    <>
      <p className="mt-1 text-pretty font-medium text-ink">{sentence}</p>
      {facts.length > 0 ? (
        <dl className="mt-3 flex flex-col gap-2 border-line border-t pt-2 text-12">
          {facts.map(({ label, text, target }) => (
            <div key={label}>
              <dt className="text-ink-3">{label}</dt>
              <dd className="text-ink">{target ? <TextLink href={hrefOf(target)}>{text}</TextLink> : text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}
