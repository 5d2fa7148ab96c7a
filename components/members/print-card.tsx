"use client";

import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import { CardQrCode } from "./card-qr-code";
import "./print-card.css";

interface PrintCardProps {
  gym_name: string;
  name: string;
  member_code: string;
  memberHref: string;
}

/** A card in actual size, 86 × 54 mm. The code comes from the URL fragment and is not stored. */
export function PrintCard({ gym_name, name, member_code, memberHref }: PrintCardProps) {
  const [code, setCode] = useState<string | null>();
  useEffect(() => setCode(/^#(\d{12})$/.exec(window.location.hash)?.[1] ?? null), []);
  if (code === undefined) return null;
  if (code === null) {
    return (
      <EmptyState
        title="No code to print"
        actions={
          <ButtonLink href={memberHref} variant="primary">
            Back to {name}
          </ButtonLink>
        }
      >
        The code of a card is only available when the card is issued. Issue a new card and print it from there.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col items-start gap-6 px-gutter py-8">
      <article className="member-card flex h-[54mm] w-[86mm] items-center gap-[4mm] rounded-dialog border bg-white p-[5mm] text-black shadow-2">
        <CardQrCode code={code} className="size-[36mm] flex-none" />
        <div className="min-w-0">
          <p className="truncate text-12">{gym_name}</p>
          <p className="mt-[2mm] font-strong text-16 leading-tight">{name}</p>
          <p className="mt-[1mm] text-12">{member_code}</p>
          <p className="mt-[4mm] text-11 tracking-snug">{code.replace(/(\d{4})(?=\d)/g, "$1 ")}</p>
        </div>
      </article>
      <Button variant="primary" size="lg" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
        Print
      </Button>
      <p className="max-w-[68ch] text-ink-3">
        Use a card printer, or print on paper at a scale of 100 %. The QR code and the number contain the same code:
        scan the QR code or type the number.
      </p>
    </div>
  );
}
