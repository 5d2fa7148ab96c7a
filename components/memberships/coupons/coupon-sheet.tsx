"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { archiveCoupon, createCoupon, restoreCoupon, updateCoupon } from "@/lib/client/endpoints/memberships";
import { type Coupon, type CouponValues, emptyCoupon, toInput, valuesOf } from "./coupon";
import { CouponFields } from "./coupon-fields";

interface CouponSheetProps {
  organization: string;
  currency: string;
  locale: string;
  plans: readonly { id: string; name: string }[];
  /** Null for a new coupon. */
  coupon: Coupon | null;
  closeHref: string;
}

const schema = () => import("./coupon-schema").then(({ couponForm }) => couponForm);
const fieldNames = Object.keys(emptyCoupon("")) as (keyof CouponValues)[];

export function CouponSheet({ organization, currency, locale, plans, coupon, closeHref }: CouponSheetProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<CouponValues, unknown, CouponValues>({
    resolver: schemaOnDemand(schema) as never,
    defaultValues: coupon ? valuesOf(coupon, currency) : emptyCoupon(currency),
  });
  const values = useWatch({ control: form.control }) as CouponValues;
  const closeWith = (message: string) => {
    toast.show({ tone: "good", message });
    router.push(closeHref, { scroll: false });
    router.refresh();
  };
  const save = useMutation({
    mutationFn: (input: CouponValues) =>
      coupon
        ? api(updateCoupon, { id: coupon.id, ...toInput(input) }, { organization, if_match: coupon.version })
        : api(createCoupon, toInput(input), { organization }),
    onSuccess: ({ code }) => closeWith(coupon ? `${code} was saved` : `${code} can be used now`),
    onError: (error) => showFormErrors(error, form.setError, fieldNames),
  });
  const setOffered = useMutation({
    mutationFn: ({ id, archived_at }: Coupon) =>
      api(archived_at ? restoreCoupon : archiveCoupon, { id }, { organization }),
    onSuccess: ({ code, archived_at }) => closeWith(archived_at ? `${code} was archived` : `${code} was restored`),
    onError: (error) => form.setError("root", { message: error.message }),
  });
  return (
    <SheetDialog
      size="md"
      title={coupon ? coupon.code : "New coupon"}
      closeHref={closeHref}
      note={coupon ? "Discounts that were given continue" : undefined}
      onSubmit={form.handleSubmit((input) => save.mutate(input))}
      footer={
        <>
          {coupon ? (
            <Button variant="quiet" busy={setOffered.isPending} onClick={() => setOffered.mutate(coupon)}>
              {coupon.archived_at ? "Restore" : "Archive"}
            </Button>
          ) : null}
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
            {coupon ? "Save coupon" : "Create coupon"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={form.formState.errors.root?.message} />
        <CouponFields form={form} values={values} locale={locale} plans={plans} is_new={coupon === null} />
      </div>
    </SheetDialog>
  );
}
