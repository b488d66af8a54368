package hello;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** All there is. */
@Path("/hello")
public class HelloResource {

    @GET
    public String hello() {
        return "hello";
    }
}
