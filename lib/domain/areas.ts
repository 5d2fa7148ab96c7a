import { access } from "./access/area";
import type { Area } from "./area";
import { billing } from "./billing/area";
import { dunning } from "./dunning/area";
import { gateways } from "./gateways/area";
import { identity } from "./identity/area";
import { imports } from "./imports/area";
import { insight } from "./insight/area";
import { me } from "./me/area";
import { members } from "./members/area";
import { memberships } from "./memberships/area";
import { messages } from "./messages/area";
import { organization } from "./organization/area";
import { platform } from "./platform/area";
import { team } from "./team/area";

/** Every area, lowest first: an area uses only areas that stand before it. */
export const areas: readonly Area[] = [
  organization,
  billing,
  memberships,
  members,
  messages,
  gateways,
  dunning,
  identity,
  team,
  access,
  me,
  imports,
  insight,
  platform,
];
