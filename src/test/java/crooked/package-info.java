/** A house that breaks every rule of the plan, each in one place: what the rules must find to be worth anything. */
package crooked;
