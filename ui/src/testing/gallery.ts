// All parts on one page, for the tests in a browser. Not in the program.
import { mount } from "svelte";
import { use } from "../api/call";
import "../style/index.css";
import { fakeTransport } from "./fake";
import Gallery from "./Gallery.svelte";

use(fakeTransport);
const target = document.getElementById("app");
if (target) mount(Gallery, { target });
