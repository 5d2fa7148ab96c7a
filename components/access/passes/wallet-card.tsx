import type { ReactNode } from "react";

interface WalletCardProps {
  gym: string;
  logo: string | null;
  /** The locations with access, such as "All locations". */
  access: string;
  /** Shown in two columns. */
  facts: readonly { term: string; detail: ReactNode }[];
  children: ReactNode;
}

/** The pass as a card in the gym's brand colour. */
export function WalletCard({ gym, logo, access, facts, children }: WalletCardProps) {
  return (
    <section
      aria-label={`Pass of ${gym}`}
      className="relative overflow-hidden rounded-wallet bg-brand-solid p-5 text-on-brand shadow-2"
    >
      <Rings />
      <div className="relative">
        <div className="flex items-center gap-2.5 font-strong tracking-snug">
          {logo ? (
            // biome-ignore lint/performance/noImgElement: logos are stored in their final size
            <img src={logo} alt="" className="size-7 rounded-control object-cover" />
          ) : null}
          <span className="min-w-0">{gym}</span>
          <span className="ml-auto text-right text-13 font-medium">{access}</span>
        </div>
        {children}
        <dl className="mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-3.5">
          {facts.map(({ term, detail }) => (
            <div key={term} className="min-w-0 even:text-right">
              <dt className="text-12 text-on-brand-muted">{term}</dt>
              <dd className="text-[1.125rem]/6 font-strong tracking-snug">{detail}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

const radii = [28, 44, 60, 76, 92];

function Rings() {
  return (
    <svg
      viewBox="0 0 200 200"
      fill="none"
      strokeWidth="5"
      aria-hidden="true"
      className="absolute -top-[110px] -right-[90px] size-[380px] stroke-current opacity-15"
    >
      {radii.map((radius) => (
        <circle key={radius} cx="100" cy="100" r={radius} />
      ))}
    </svg>
  );
}
