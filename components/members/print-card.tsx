"use client";

import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import { QrPicture } from "./qr-picture";
import "./print-card.css";

interface PrintCardProps {
  gym_name: string;
  name: string;
  member_code: string;
  memberHref: string;
}

/** A card in its real size, 86 × 54 mm. The code comes behind the # of the address and is kept nowhere. */
export function PrintCard({ gym_name, name, member_code, memberHref }: PrintCardProps) {
  const [code, setCode] = useState<string | null>();
  useEffect(() => setCode(/^#(\d{12})$/.exec(window.location.hash)?.[1] ?? null), []);
  if (code === undefined) return null;
  if (code === null) {
    return (
      <EmptyState
        title="There is no code to print"
        actions={
          <ButtonLink href={memberHref} variant="primary">
            Back to {name}
          </ButtonLink>
        }
      >
        A card's code is known only in the moment in which it is issued. Issue a new card, and print it from there.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col items-start gap-6 px-gutter py-8">
      <article className="member-card flex h-[54mm] w-[86mm] items-center gap-[4mm] rounded-dialog border bg-white p-[5mm] text-black shadow-2">
        <QrPicture code={code} className="size-[36mm] flex-none" />
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
        Choose the card printer, or paper and a scale of 100 %. The QR code and the number below it are the same code: a
        scanner reads the one, a hand types the other.
      </p>
    </div>
  );
}
