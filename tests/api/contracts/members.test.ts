import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Members", "Member logins", "Member segments", "Member's own");
