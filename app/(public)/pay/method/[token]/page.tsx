import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { AddMethod } from "@/components/gateways/pay/add-method";
import { ExpiredLink } from "@/components/gateways/pay/expired-link";
import { PayShell } from "@/components/layout/pay-shell";
import { readMethodLink } from "@/lib/domain/gateways/methods";
import { Problem } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/values/uuid";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ setup?: string }> };

export const metadata: Metadata = { title: "Save a payment method", referrer: "no-referrer", robots: { index: false } };

/** Anyone with the link can save a method for the payer, and sees no other data. A GET request changes nothing. */
export default async function MethodPage({ params, searchParams }: Props) {
  const [{ token }, { setup }] = await Promise.all([params, searchParams]);
  const page = await readMethodLink(await visitorCaller(), { token }).catch(nullIfInvalid);
  if (!page) {
    return (
      <PayShell name="FitFlow Pro">
        <ExpiredLink />
      </PayShell>
    );
  }
  const { gym_name, brand_color, payer, currency, locale, form, is_live } = page;
  return (
    <PayShell name={gym_name} brand={brand_color}>
      <AddMethod
        by={{ token }}
        gym_name={gym_name}
        currency={currency}
        locale={locale}
        form={form}
        is_live={is_live}
        setup_id={typeof setup === "string" && isUuid(setup) ? setup : null}
      >
        <div>
          <h1 className="text-26 font-strong text-ink">Save a payment method</h1>
          <p className="mt-1 text-16 text-ink-3">
            {`For the bills of ${payer} at ${gym_name}. Nothing is charged now, and you can remove it at any time.`}
          </p>
        </div>
      </AddMethod>
    </PayShell>
  );
}

function nullIfInvalid(error: unknown): null {
  if (error instanceof Problem && (error.code === "link_invalid" || error.code === "invalid_input")) return null;
  throw error;
}
