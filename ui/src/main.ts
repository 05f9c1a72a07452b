// The window begins here.
import { mount } from "svelte";
import { transport } from "#transport";
import { use } from "./api/call";
import App from "./App.svelte";
import "./style/index.css";

use(transport);

const target = document.getElementById("app");
if (target) mount(App, { target });
