import type { Specimens } from "@/tests/support/contracts/specimens";
import { newFailedRun } from "@/tests/support/jobs/finished-run";
import { newSuperAdmin } from "./organizations";

const asSuperAdmin = async (input: Record<string, unknown>) => ({ ...input, $token: (await newSuperAdmin()).token });

export const specimens: Specimens = {
  inputs: {
    "job_runs.list": async (gym) => {
      await newFailedRun(gym.organization_id);
      return { state: "failed" };
    },
    "job_summaries.list": async (gym) => {
      await newFailedRun(gym.organization_id);
      return {};
    },
    "platform_job_summaries.list": async (gym) => {
      await newFailedRun(gym.organization_id);
      return asSuperAdmin({ organization_id: gym.organization_id });
    },
    "job_runs.get": async (gym) => ({ id: await newFailedRun(gym.organization_id) }),
    "platform_job_runs.list": async (gym) => {
      await newFailedRun(gym.organization_id);
      return asSuperAdmin({ organization_id: gym.organization_id });
    },
    "platform_job_executor.get": async () => asSuperAdmin({}),
    "platform_job_runs.get": async (gym) => asSuperAdmin({ id: await newFailedRun(gym.organization_id) }),
    "platform_job_runs.retry": async (gym) => asSuperAdmin({ id: await newFailedRun(gym.organization_id) }),
  },
};
