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
import { createPlan, updatePlan } from "@/lib/client/endpoints/memberships";
import { PlanExamples } from "./plan-examples";
import { PlanFields } from "./plan-fields";
import { emptyPlan, type Plan, type PlanValues, toInput, valuesOf } from "./plan-form";
import type { DateContext } from "./wording";

export type PlanLocation = { id: string; name: string };

interface PlanSheetProps {
  organization: string;
  currency: string;
  reader: DateContext;
  locations: readonly PlanLocation[];
  /** Null for a new plan. */
  plan: Plan | null;
  closeHref: string;
}

const schema = () => import("./plan-schema").then(({ planForm }) => planForm);
const fieldNames = Object.keys(emptyPlan("")) as (keyof PlanValues)[];

export function PlanSheet({ organization, currency, reader, locations, plan, closeHref }: PlanSheetProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<PlanValues, unknown, PlanValues>({
    resolver: schemaOnDemand(schema) as never,
    defaultValues: plan ? valuesOf(plan) : emptyPlan(currency),
  });
  const values = useWatch({ control: form.control }) as PlanValues;
  const save = useMutation({
    mutationFn: (input: PlanValues) =>
      plan
        ? api(updatePlan, { id: plan.id, ...toInput(input) }, { organization, if_match: plan.version })
        : api(createPlan, toInput(input), { organization }),
    onSuccess: ({ name }) => {
      toast.show({ tone: "good", message: plan ? `${name} was saved` : `${name} was created` });
      router.push(closeHref, { scroll: false });
      router.refresh();
    },
    onError: (error) => showFormErrors(error, form.setError, fieldNames),
  });
  return (
    <SheetDialog
      title={plan ? plan.name : "New plan"}
      closeHref={closeHref}
      note={plan ? "Existing memberships keep their price" : undefined}
      onSubmit={form.handleSubmit((input) => save.mutate(input))}
      aside={<PlanExamples organization={organization} values={shownValues(plan, values)} reader={reader} />}
      footer={
        <>
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
            {plan ? "Save plan" : "Create plan"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={form.formState.errors.root?.message} />
        <PlanFields form={form} values={values} reader={reader} locations={locations} plan={plan} />
      </div>
    </SheetDialog>
  );
}

/** The locked fields of a plan that was sold are not among the values of the form. */
function shownValues(plan: Plan | null, values: PlanValues): PlanValues {
  if (!plan) return values;
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return { ...valuesOf(plan), ...Object.fromEntries(given) };
}
