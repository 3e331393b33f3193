package com.example.spring;

import io.kpigroups.application.port.Deadline;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its deadline as it arrives, so that what security takes counts too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestBudget extends OncePerRequestFilter {
  /** The attribute of a request that has its deadline. */
  static final String DEADLINE = Deadline.class.getName();

  private final Application.Properties properties;

  RequestBudget(Application.Properties properties) {
    this.properties = properties;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(DEADLINE, Deadline.in(properties.budget()));
    chain.doFilter(request, response);
  }
}
