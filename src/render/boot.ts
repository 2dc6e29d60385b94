/** What runs in the head of a page, and how the client waits until the first slide is on screen. */
import { Html } from "./html.ts";

/**
 * Before anything is painted: from here on only the first slide is laid out. With `?print` all slides stay, one a page.
 * Without JavaScript the class remains `no-js`, and the page reads as a document.
 *
 * The client is not run where it stands: reading 170 kB of script would come before the first paint. It is run once
 * the browser reports that it has painted (Paint Timing), or soon in one that does not report; at once where the address
 * names another slide than the first, and where nobody looks. The element that is made has the text that the content
 * security policy has hashed.
 */
export const BOOT = `{
const root=document.documentElement,print=/[?&]print\\b/.test(location.search);
root.className=print?"print":"js";
const run=()=>{
const inert=document.getElementById("client");
if(!inert)return;
const script=document.createElement("script");
script.textContent=inert.textContent;
inert.replaceWith(script)
};
if(!print)addEventListener("DOMContentLoaded",()=>{
if(location.hash||document.hidden)return run();
const painted=(list)=>list.getEntriesByName("first-contentful-paint").length&&run();
if(PerformanceObserver.supportedEntryTypes.includes("paint"))
new PerformanceObserver(painted).observe({type:"paint",buffered:true});
setTimeout(run,400)
})
}`;

/** The client as text that does not run by itself. @param code has gone through `inlineScript`. */
export function clientElement(code: string): Html {
  return Html.unsafe(`<script type="text/plain" id="client">${code}</script>`);
}
