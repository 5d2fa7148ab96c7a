import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Organizations", "Locations", "Support access", "Jobs", "Schedules");
