import { testContracts } from "@/tests/support/contract-tests";

testContracts("Plans", "Memberships");
